import 'vorleser/define';
import 'vorleser-espeak-ng';
